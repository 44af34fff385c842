import { expect, test } from "vitest";
import { ladder, nextOn, placeOn, typed } from "../../../build/live/page/ladder.ts";
import { sameData } from "../../../build/live/page/same-data.ts";
import { readAddress, readCommand, withState, writeAddress, writeCommand } from "../../../build/live/page/state.ts";

test("a wide range is gone through in factors, a narrow one in steps, both by round values from end to end", () => {
  expect(ladder({ standard: 1000, min: 1, max: 1e6 }).slice(0, 12)).toEqual([1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25]);
  expect(ladder({ standard: 0.4, min: 0.01, max: 1 })).toEqual(Array.from({ length: 100 }, (_, index) => (index + 1) / 100));
  for (const range of [{ standard: 7, min: 4, max: 20 }, { standard: 1e13, min: 0, max: 1e18 }, { standard: 0.123, min: 1e-5, max: 0.5 }, { standard: 3, min: null, max: null }]) {
    const values = ladder(range);
    expect(values).toEqual([...new Set(values)].sort((a, b) => a - b));
    expect(values).toContain(range.standard);
    expect([values[0], values.at(-1)]).toEqual([range.min ?? 0, range.max ?? 6]);
    expect(values.length).toBeLessThan(250);
  }
});

test("a step goes to the next value of the ladder, from beside it too, and stays at the ends", () => {
  const values = [1, 2, 5];
  expect([nextOn(values, 2, 1), nextOn(values, 3, 1), nextOn(values, 3, -1), nextOn(values, 5, 1), nextOn(values, 1, -1)]).toEqual([5, 5, 2, 5, 1]);
  expect([placeOn(values, 1.4), placeOn(values, 1.6), placeOn(values, 9)]).toEqual([0, 1, 2]);
});

test("a value is typed the short way", () => {
  expect([1000, 0.4, 3e10, 1.5e7, 1e-5, 0].map(typed)).toEqual(["1000", "0.4", "3e10", "1.5e7", "1e-5", "0"]);
});

test("an address holds a place and a state, and each is read as it was written", () => {
  const state = new Map([["chips", "2000"], ["law", "Besiroglu, as printed & more"]]);
  for (const address of [{ place: "a-heading", state }, { place: "", state }, { place: "a-heading", state: new Map<string, string>() }]) expect(readAddress(writeAddress(address))).toEqual(address);
  expect(writeAddress({ place: "", state: new Map() })).toBe("");
  expect(withState("04-kaplan.html#old?mfu=1", new Map([["chips", "2"]]))).toBe("04-kaplan.html#old?chips=2");
  expect(withState("04-kaplan.html#old?mfu=1", new Map())).toBe("04-kaplan.html#old");
});

test("a state is written as words of the command line that a shell takes apart again, and read from them", () => {
  const state = new Map([["chips", "2000"], ["law", "Besiroglu, as printed"], ["odd", "it's"]]);
  expect(writeCommand(new Map([["chips", "2000"], ["law", "C = C_min"]]))).toBe("npm run report -- build --set chips=2000 --set 'law=C = C_min'");
  expect(readCommand(writeCommand(state))).toEqual(state);
  expect(readCommand("verify 01 --set mfu=0.5 --set=days=3 --format json")).toEqual(new Map([["mfu", "0.5"], ["days", "3"]]));
});

test("data is the same but for the last digits that two engines may differ in", () => {
  const data = (x: number): string => JSON.stringify({ runs: [{ N: 1e9, loss: x }], text: "a" });
  expect(sameData(data(2.1234567890123), data(2.1234567890124))).toBe(true);
  for (const other of [data(2.12346), data(0), JSON.stringify({ runs: [{ N: 1e9 }], text: "a" }), JSON.stringify({ runs: [], text: "a" }), "null"]) expect(sameData(data(2.1234567890123), other)).toBe(false);
  expect(sameData("0", "0")).toBe(true);
});
