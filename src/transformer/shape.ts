/**
 * The shape of a decoder-only Transformer. The talk's einsum letters stand for these fields and for nothing
 * outside this folder: D width, F mlpWidth, N heads, K kvHeads, H headSize, V vocabulary; B sequences,
 * T queries and S keys are arguments of the functions that need them.
 */
export interface Shape {
  /** number of identical layers */
  readonly layers: number;
  /** D, numbers in the residual stream per token */
  readonly width: number;
  /** F, hidden numbers of the MLP per token; of each branch where it is gated */
  readonly mlpWidth: number;
  /** three matrices (gate, up, down) instead of two (in, out) */
  readonly gated: boolean;
  /** N, query heads */
  readonly heads: number;
  /** K, heads of keys and values: as many as query heads, or fewer of them shared (grouped-query attention) */
  readonly kvHeads: number;
  /** H, numbers per head */
  readonly headSize: number;
  /** V, rows of the embedding table */
  readonly vocabulary: number;
  /** whether the output head is the transposed embedding table */
  readonly tied: boolean;
  /** rows of a learned table of positions; 0 where positions are rotated in or relative */
  readonly positions: number;
  /** a fifth attention matrix, D × NH, that projects relative positions (Transformer-XL: Gopher, Chinchilla) */
  readonly relative: boolean;
  /** a bias beside every matrix of the layers */
  readonly biases: boolean;
  /** normalisations per layer; one more follows the last layer */
  readonly norms: number;
  /** whether a normalisation has a bias besides its gain (LayerNorm) or not (RMSNorm) */
  readonly normBias: boolean;
}
