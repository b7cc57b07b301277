export function judge(of: Record<string, boolean>): string { // canary: complexity
  if (of["a"]) return "a";
  if (of["b"]) return "b";
  if (of["c"]) return "c";
  if (of["d"]) return "d";
  if (of["e"]) return "e";
  if (of["f"]) return "f";
  if (of["g"]) return "g";
  if (of["h"]) return "h";
  if (of["i"]) return "i";
  if (of["j"]) return "j";
  if (of["k"]) return "k";
  if (of["l"]) return "l";
  if (of["m"]) return "m";
  return "";
}

export function long(): number[] { // canary: max-lines-per-function
  return [
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    8,
    9,
    10,
    11,
    12,
    13,
    14,
    15,
    16,
    17,
    18,
    19,
    20,
    21,
    22,
    23,
    24,
    25,
    26,
    27,
    28,
    29,
  ];
}
