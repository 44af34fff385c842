/** A chapter has no clock and no chance: the same assumptions give the same report. */
export function takeClockAndChanceAway(): void {
  Math.random = () => refuse("Math.random()");
  globalThis.Date = new Proxy(Date, {
    construct: (target, given) => (given.length > 0 ? Reflect.construct(target, given) : refuse("new Date()")),
    apply: () => refuse("Date()"),
    get: (target, key) => (key === "now" ? () => refuse("Date.now()") : Reflect.get(target, key)),
  });
}

function refuse(what: string): never {
  throw new Error(`a chapter is a pure function of its assumptions, without clock or chance: ${what}`);
}
