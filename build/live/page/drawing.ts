/** Comes with the first chart that changes: Vega, which draws in the browser what it drew when the page was built. */
import { compiledAnew, drawChart } from "../../render/chart.ts";
import { keeping } from "./compiled.ts";
import { left } from "./scripts.ts";

const compiled = keeping(compiledAnew);

left().drawing = async (figure, size) => drawChart(figure, size, compiled);
