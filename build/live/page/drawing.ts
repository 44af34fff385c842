/** Comes with the first chart that changes: Vega, which draws in the browser what it drew when the page was built. */
import { drawChart } from "../../render/chart.ts";
import { left } from "./scripts.ts";

left().drawing = async (figure, size) => drawChart(figure, size);
