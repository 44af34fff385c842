import type { Shown } from "./expected.ts";

/** Runs in the page: where what is shown is other than expected, as one line each. */
export function differences(expected: Shown): string[] {
  const bare = (element: Element): string => {
    const copy = element.cloneNode(true) as Element;
    for (const aside of copy.querySelectorAll("del, small, .spoken")) aside.remove();
    return (copy.textContent ?? "").trim();
  };
  const byId = (id: string): Element | null => document.getElementById(id);
  const shown = (key: string): string | undefined => {
    const [what, id, row, column] = key.split(" ") as [string, string, string, string];
    const find: Record<string, () => Element | null | undefined> = {
      tally: () => document.querySelector("[data-tally]"),
      sentence: () => document.querySelector(`[data-say="${id}"]`),
      formula: () => document.querySelector(`[data-mathematics="${id}"]`),
      caption: () => byId(id)?.querySelector("[data-caption]"),
      table: () => byId(id)?.querySelectorAll("tbody tr")[Number(row)]?.children[Number(column)],
      claim: () => byId(`check-${id}`)?.querySelector(".claim"),
      verdict: () => byId(`check-${id}`)?.querySelector(".verdict"),
    };
    if (what === "picture") return byId(id)?.querySelector("[role=img]")?.getAttribute("aria-label") ?? undefined;
    if (what === "numbers") return [...(byId(`check-${id}`)?.querySelectorAll(".against b") ?? [])].map((one) => one.textContent).join(" / ");
    const element = find[what]!();
    return element ? bare(element) : undefined;
  };
  const textOf = (one: Shown[string]): string => {
    if ("text" in one) return one.text.trim();
    const holder = document.createElement("template");
    holder.innerHTML = one.html;
    return (holder.content.textContent ?? "").trim();
  };
  return Object.entries(expected).flatMap(([key, one]) => {
    const [wanted, found] = [textOf(one), shown(key)];
    return wanted === found ? [] : [`${key}: “${found}” on the page, “${wanted}” in Node`];
  });
}
