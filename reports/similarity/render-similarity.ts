import { compileTemplate } from "../pages/compile-template.ts";
import type { Similarity } from "./similarity.ts";
import { type SimilarityPageOptions, type SimilarityView, similarityView } from "./similarity-view.ts";

const renderPage = compileTemplate<SimilarityView>("similarity");

/**
 * The page of similarities, for instructors: one self-contained HTML file without script. It tells figures and shows code, and judges nothing.
 * Its size is bounded by what it shows: some 200 bytes for a row, at most a few hundred lines for each side of a pair.
 */
export function renderSimilarity(similarity: Similarity, options: SimilarityPageOptions): string {
  return renderPage(similarityView(similarity, options));
}
