import { expect, test } from "vitest";
import { byRouter } from "../../../src/clark/by-router.ts";
import { denseLoss } from "../../../src/clark/dense-loss.ts";
import { routedLoss } from "../../../src/clark/routed-loss.ts";
import { fits, type RoutedLaw, type Router } from "../../../src/clark/tables.ts";
import { describeWithRuns, rowsOf } from "../real-runs.ts";

/** One finished run: parameters a token meets, experts of a routed layer, nats per token on the validation set. */
interface Run {
  readonly router: string;
  readonly size: string;
  readonly N: number;
  readonly E: number;
  readonly loss: number;
}

const routers = { "S-BASE": "S-Base", "RL-R": "RL-R", HASH: "Hash" } as const satisfies Record<Router, string>;
const names = Object.keys(routers) as Router[];

describeWithRuns("Clark's law and the runs its authors released", () => {
  const runs = finalRuns();
  const dense = runs.filter(({ router }) => router === "Dense");
  const seed42 = dense.filter(({ size }) => size !== "130M");
  const of = (router: Router) => [...seed42, ...runs.filter((run) => run.router === routers[router])];

  test("one expert a token in every other layer: 58, 59 and 56 runs with the dense ones of seed 42", () => {
    expect(names.map((router) => of(router).length)).toEqual([58, 59, 56]);
  });
  test("the refit is where the sum of squares is least: its residuals are orthogonal to the slope of each constant, to the 7 digits given", () => {
    for (const router of names) {
      const residuals = of(router).map(({ N, E, loss }) => Math.log10(byRouter(N, E, "refit")[router].loss / loss));
      for (const constant of ["a", "b", "c", "d", "Estart", "Emax"] as const) {
        const slope = of(router).map(({ N, E }) => slopeOf(fits.refit[router], constant, N, E));
        expect(Math.abs(dot(residuals, slope)) / Math.sqrt(dot(residuals, residuals) * dot(slope, slope)), `${router} ${constant}`).toBeLessThan(1e-3);
      }
    }
  });
  test("it misses the runs by 0.0032, 0.0032 and 0.0030 in log₁₀ (0.7 %), the rounded constants of Table 3 by 0.0037, 0.0077 and 0.0052", () => {
    const rms = (fit: keyof typeof fits) => names.map((router) => {
      const residuals = of(router).map(({ N, E, loss }) => Math.log10(byRouter(N, E, fit)[router].loss / loss));
      return Math.sqrt(dot(residuals, residuals) / residuals.length).toFixed(5);
    });
    expect(rms("refit")).toEqual(["0.00323", "0.00323", "0.00298"]);
    expect(rms("Table 3")).toEqual(["0.00369", "0.00774", "0.00525"]);
  });
  test("at its worst run Table 3 is 2.0, 3.6 and 3.0 % off", () => {
    const worst = (router: Router) => Math.max(...of(router).map(({ N, E, loss }) => Math.abs(byRouter(N, E)[router].loss / loss - 1)));
    expect(names.map((router) => (100 * worst(router)).toFixed(1))).toEqual(["2.0", "3.6", "3.0"]);
  });
  test("the five dense runs lie on a slope of −0.0785 with N_c = 3.69e13, where the paper prints −0.078 and 3.568e13, which is 0.9 % lower", () => {
    const [x, y] = [seed42.map(({ N }) => Math.log(N)), seed42.map(({ loss }) => Math.log(loss))];
    const [meanX, meanY] = [mean(x), mean(y)];
    const slope = dot(x.map((v) => v - meanX), y) / dot(x.map((v) => v - meanX), x);
    expect(slope.toFixed(4)).toBe("-0.0785");
    expect(Math.exp(meanX - meanY / slope).toExponential(2)).toBe("3.69e+13");
    expect((100 * (1 - Math.exp(mean(seed42.map(({ N, loss }) => Math.log(denseLoss(N) / loss)))))).toFixed(2)).toBe("0.91");
  });
  test("64 experts beat the dense model of as many active parameters at all six sizes, and the gain shrinks with size", () => {
    for (const router of names) {
      const gains = ["15M", "25M", "55M", "130M", "370M", "1.3B"].map((size) => {
        const routed = runs.find((run) => run.router === routers[router] && run.E === 64 && run.size === size)!;
        return dense.find((run) => run.size === size)!.loss - routed.loss;
      });
      expect(gains.at(-1)).toBeGreaterThan(0.12);
      expect(gains).toEqual(gains.toSorted((a, b) => b - a));
    }
  });
});

function finalRuns(): Run[] {
  const wanted = rowsOf("clark2022_routed_final.csv").filter((row) => row.k === "1" && row.routing_frequency === "0.5" && row.flop_increase === "1");
  return wanted.map((row) => ({ router: row.router_type!, size: row.model_size_label!, N: Number(row.dense_parameter_count), E: Number(row.num_experts), loss: Number(row.loss_validation) }));
}

function slopeOf(law: RoutedLaw, constant: keyof RoutedLaw, N: number, E: number): number {
  const at = (factor: number) => Math.log10(routedLoss(N, E, { ...law, [constant]: law[constant] * factor }));
  return at(1.0001) - at(0.9999);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}
