const context = document.createElement("canvas").getContext("2d")!;

/** How wide a text is in the font of the charts, in pixels, as the browser sets it. */
export function textWidth(text: string, size: number, weight: string | number | undefined): number {
  context.font = `${weight === "bold" || Number(weight) >= 600 ? 600 : 400} ${size}px "Source Sans"`;
  return context.measureText(text).width;
}
