/**
 * First byte of what the guest answers. `loaded`: a uint32 count and the names of the exports. `returned`: the path of
 * a changed input (or an empty string), the console text, the value. `threw` and `loadThrew`: name, message, stack,
 * console text. `notImplemented`: console text. `badValue`: a byte into `badValueReasons`, the path, console text.
 */
export const reply = {
  loaded: 0,
  returned: 1,
  threw: 2,
  notImplemented: 3,
  badValue: 4,
  loadThrew: 5,
} as const;
