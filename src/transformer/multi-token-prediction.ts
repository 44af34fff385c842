import { parameters } from "./parameters.ts";
import type { Shape } from "./shape.ts";
import { vocabularyParameters } from "./vocabulary.ts";

/**
 * Parameters of one module that predicts a token further ahead: a layer like the model's last ones, a matrix
 * 2D × D that joins a state to the embedding of the next token, the norms of both and one before the head.
 * `shared` are the embedding table and head, which a checkpoint stores once more though they are the model's
 * own. DeepSeek-AI 2024 (DeepSeek-V3), Section 2.2, and its README_WEIGHTS.
 */
export function predictionModule(shape: Shape): { unique: number; shared: number } {
  const { width } = shape;
  const { embedding, head } = vocabularyParameters(shape);
  return { unique: layerParameters(shape) + 2 * width * width + 3 * width, shared: embedding + head };
}

/** What one more layer adds to a model, with experts where the model has any. */
function layerParameters(shape: Shape): number {
  const { layers, mixture } = shape;
  const longer = { ...shape, layers: layers + 1, ...(mixture && { mixture: { ...mixture, layers: mixture.layers + 1 } }) };
  return parameters(longer).total - parameters(shape).total;
}
