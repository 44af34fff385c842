/** What a reader has changed: values by assumption, as they are typed. They stand in the address behind the place: `#a-heading?chips=2000&mfu=0.5`. */
export type State = ReadonlyMap<string, string>;

export interface Address {
  /** The id after the `#`, or nothing. */
  place: string;
  state: State;
}

export function readAddress(hash: string): Address {
  const [place = "", query = ""] = hash.replace(/^#/, "").split(/\?(.*)/s);
  return { place, state: new Map(new URLSearchParams(query)) };
}

/** The address without a `#` where there is nothing to say. */
export function writeAddress({ place, state }: Address): string {
  const query = new URLSearchParams([...state]).toString();
  const hash = query ? `${place}?${query}` : place;
  return hash && `#${hash}`;
}

/** A link to a page of the report, with the state that goes along. */
export function withState(href: string, state: State): string {
  const [page = "", place = ""] = href.split("#");
  return page + writeAddress({ place: readAddress(place).place, state });
}

const command = "npm run report -- build";

/** The state as words of the command line. */
export function writeCommand(state: State): string {
  return [command, ...[...state].map(([id, value]) => `--set ${quoted(`${id}=${value}`)}`)].join(" ");
}

/** The `--set` of a command line, or of any text with `id=value` in it. */
export function readCommand(text: string): State {
  const words = [...text.matchAll(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g)].map(([word]) => word.replace(/'([^']*)'|"([^"]*)"/g, "$1$2"));
  const settings = words.map((word) => /^(?:--set=)?([A-Za-z][\w.-]*)=(.*)$/.exec(word)).filter((found) => found !== null);
  return new Map(settings.map(([, id, value]) => [id!, value!]));
}

function quoted(word: string): string {
  return /^[\w=.,:+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'"'"'`)}'`;
}
