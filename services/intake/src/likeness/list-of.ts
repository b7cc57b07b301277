/**
 * Terms as one parameter of a statement, for `string_to_array(…, E'\n')`: written out as an array, four thousand take as long as
 * they take to be looked up. No term holds a line break, and none is empty: an empty
 * text would be no term at all.
 */
export const listOf = (terms: readonly string[]): string => terms.join('\n');
