import { message } from "../../messages/message.ts";
import { codeSpan } from "../text/code-span.ts";
import type { ErrorEntry, Explanation } from "./explanation.ts";

/** Axes, indices and parts of tensors that there are not. */
export const indexErrors: readonly ErrorEntry[] = [
  {
    id: "axis",
    type: "Error",
    pattern: /^All values in axis param must be in range \[-(\d), \d\) but got axis ([-\d,.]{1,40}|undefined|NaN)$/,
    explain: ([, rank = "", axis = ""]) => ({
      what: message(axis.includes(",") ? "error.axis.list" : "error.axis.what", {
        rank: Number(rank),
        axis: spaced(axis),
      }),
      tryThis: message("error.axis.try", { last: Number(rank) - 1 }),
    }),
  },
  {
    id: "slice-end",
    type: "Error",
    pattern:
      /^Error in slice\dD: begin\[\d\] \+ size\[\d\] \((\d{1,15}|NaN)\) would overflow input\.shape\[(\d)\] \((\d{1,9})\)$/,
    explain: ([, end = "", axis = "", length = ""]) => explainSliceEnd(end, axis, length),
  },
  {
    id: "slice-begin",
    type: "Error",
    pattern: /^Error in slice\dD: Length of begin ([\d,]{1,80}) must match the rank of the array \((\d)\)\.$/,
    explain: ([, begin = "", rank = ""]) => ({
      what: message("error.slice-begin.what", {
        begin: `[${spaced(begin)}]`,
        count: begin.split(",").length,
        rank: Number(rank),
      }),
      tryThis: message("error.slice-begin.try"),
    }),
  },
  {
    id: "slice-negative",
    type: "Error",
    pattern: /^slice\(\) does not support negative begin indexing\.$/,
    explain: () => ({ what: message("error.slice-negative.what"), tryThis: message("error.slice-negative.try") }),
  },
  {
    id: "gather-index",
    type: "Error",
    pattern: /^GatherV2: the index value (-?\d{1,12}) is not in \[0, (-?\d{1,9})\]$/,
    explain: ([, index = "", last = ""]) => ({
      what: message("error.gather-index.what", { index, length: Number(last) + 1, last }),
      tryThis: message("error.gather-index.try"),
    }),
  },
  {
    id: "transpose-order",
    type: "Error",
    pattern:
      /^(?:Error in transpose: rank of input (\d) must match length of perm [\d,]{0,40}\.|All entries in 'perm' must be between 0 and (\d) but got [-\d,]{1,40})$/,
    explain: ([, rank, last]) => ({
      what: message("error.transpose-order.what", { last: last ?? Number(rank) - 1 }),
      tryThis: message("error.transpose-order.try"),
    }),
  },
  {
    id: "softmax-axis",
    type: "Error",
    pattern:
      /^(?:Log )?Softmax along a non-last dimension is not yet supported\. Logits was rank (\d) and (?:dim|axis) was (-?\d)$/,
    explain: ([, rank = "", axis = ""]) => ({
      what: message("error.softmax-axis.what", { axis, last: Number(rank) - 1 }),
      tryThis: message("error.softmax-axis.try"),
    }),
  },
  {
    id: "rank",
    type: "Error",
    pattern:
      /^Error in (\w{1,40}): (?:\w{1,20}|inputs) must be rank (\d(?: or \d)?),? but got ranks? (\d(?: and \d)?)\.$/,
    explain: ([, name = "", wanted = "", found = ""]) => ({
      what: message("error.rank.what", { name: codeSpan(name), wanted: ranks(wanted), found: ranks(found) }),
      tryThis: message("error.rank.try"),
    }),
  },
  {
    id: "rank",
    type: "Error",
    pattern: /^(slice\dd|concat\dd|reverse\dd) expects a rank-(\d) tensor, but got a rank-(\d) tensor$/,
    explain: ([, name = "", wanted = "", found = ""]) => ({
      what: message("error.rank.what", { name: codeSpan(name), wanted: ranks(wanted), found: ranks(found) }),
      tryThis: message("error.rank.try"),
    }),
  },
  {
    id: "one-hot-depth",
    type: "Error",
    pattern: /^Error in oneHot: depth must be >=2, but it is (-?\d{1,9})$/,
    explain: ([, depth = ""]) => ({
      what: message("error.one-hot-depth.what", { depth }),
      tryThis: message("error.one-hot-depth.try"),
    }),
  },
  {
    id: "conv-depth",
    type: "Error",
    pattern: /^Error in conv2d: depth of input \((\d{1,9})\) must match input depth for filter (\d{1,9})\.$/,
    explain: ([, input = "", filter = ""]) =>
      input === filter
        ? null
        : { what: message("error.conv-depth.what", { input, filter }), tryThis: message("error.conv-depth.try") },
  },
];

/** `3/4` of `3 or 4`, and `2, 1` of `2 and 1`. */
const ranks = (text: string): string => text.replace(" or ", "/").replace(" and ", ", ");

const spaced = (list: string): string => list.replaceAll(",", ", ");

function explainSliceEnd(end: string, axis: string, length: string): Explanation | null {
  if (end === "NaN") {
    return { what: message("error.slice-end.nan", { axis }), tryThis: message("error.shape-entries.try") };
  }
  if (Number(end) <= Number(length)) return null;
  return { what: message("error.slice-end.what", { end, axis, length }), tryThis: message("error.slice-end.try") };
}
