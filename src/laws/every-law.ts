import { huber, printed } from "../besiroglu/refit.ts";
import { allocation as deepSeekAllocation, equation4 } from "../deepseek/allocation.ts";
import { positive } from "../domain.ts";
import { constants as gadre, gadreOptimum } from "../gadre/loss.ts";
import { inFull, rounded } from "../hoffmann/approach-3.ts";
import { approach1Predictions, approach2Predictions, approach3Predictions } from "../hoffmann/predictions.ts";
import { approach1, approach2, approach3AsTabulated } from "../hoffmann/tabulated-law.ts";
import { allocation as kaplanAllocation, type Convention } from "../kaplan/allocation.ts";
import { lossOfMinimalCompute } from "../kaplan/loss-of-minimal-compute.ts";
import { ranges as kaplanRanges } from "../kaplan/ranges.ts";
import { table6 } from "../kaplan/tables.ts";
import { figure3, optimalTokens, text } from "../llama3/optimal-tokens.ts";
import { loss, type ParametricLaw } from "../parametric/loss.ts";
import { optimum } from "../parametric/optimum.ts";
import { bestSize as pearceSize, omega, simulated, wholeSize } from "../pearce/non-embedding-frontier.ts";
import { bestSize as porianSize, ladder } from "../porian/ladder.ts";
import { parametersFor, tokensFor } from "../transformer/six-n-d.ts";
import { type Answer, answer, type Choice } from "./answer.ts";

/**
 * One budget of C FLOP under every law at hand: parameters, tokens, and the loss where the law has one. All take C for
 * 6ND but DeepSeek's, whose C = MD counts attention and whose M/6 stands for N; Kaplan's comes in both readings of C.
 */
export function everyLaw(C: number): Answer[] {
  positive("compute", C);
  return [...ofTheTalk(C), ...additions(C).map((each) => ({ ...each, inTheTalk: false }))];
}

function ofTheTalk(C: number): Answer[] {
  return [
    kaplan("C = C_min", C),
    kaplan("C_min = C/2", C),
    answer("Hoffmann, approach 1", approach1(C), C, approach1Predictions),
    answer("Hoffmann, approach 2", approach2(C), C, approach2Predictions),
    answer("Hoffmann, approach 3", optimum(inFull, C), C, inFull),
    answer("Hoffmann, approach 3, rounded constants", optimum(rounded, C), C, rounded),
    answer("Hoffmann, approach 3, line through Table A3", approach3AsTabulated(C), C, approach3Predictions),
  ];
}

function additions(C: number): Answer[] {
  return [
    answer("Besiroglu, as printed", optimum(printed, C), C, printed),
    answer("Besiroglu, least Huber loss", optimum(huber, C), C, huber),
    pearce("Pearce & Song, constants of Hoffmann", inFull, C),
    pearce("Pearce & Song, constants of Besiroglu", printed, C),
    answer("Porian, last rung", withTokens(porianSize(C), C), C, ladder),
    answer("DeepSeek LLM", deepSeek(C), C, equation4, "FLOP per token over six"),
    answer("Llama 3, text", withParameters(optimalTokens(C, text), C), C, text),
    answer("Llama 3, Figure 3", withParameters(optimalTokens(C, figure3), C), C, figure3),
    answer("Gadre, C4", gadreOptimum(gadre.c4, C), C, gadre.c4),
    answer("Gadre, RedPajama", gadreOptimum(gadre.redPajama, C), C, gadre.redPajama),
    answer("Gadre, RefinedWeb", gadreOptimum(gadre.refinedWeb, C), C, gadre.refinedWeb),
  ];
}

/** The loss is Table 5's L(C_min), and C_min is what the range of compute is about. */
function kaplan(convention: Convention, C: number): Answer {
  const { N, D, Cmin } = kaplanAllocation(C, convention);
  const range = { N: kaplanRanges.N, D: kaplanRanges.D, C: kaplanRanges.Cmin };
  return answer(`Kaplan, ${convention}`, { N, D, loss: lossOfMinimalCompute(Cmin) }, Cmin, { ...table6, range }, "without embeddings");
}

/** The budget is counted without embeddings, as N is. */
function pearce(law: string, constants: ParametricLaw, C: number): Answer {
  const N = pearceSize(C, constants);
  const D = tokensFor(C, N);
  return answer(law, { N, D, loss: loss(constants, wholeSize(N), D) }, C, { ...omega, ...simulated }, "without embeddings");
}

function deepSeek(C: number): Choice {
  const { M, D } = deepSeekAllocation(C);
  return { N: M / 6, D };
}

function withTokens(N: number, C: number): Choice {
  return { N, D: tokensFor(C, N) };
}

function withParameters(D: number, C: number): Choice {
  return { N: parametersFor(C, D), D };
}
