import { testPublishedValuesOf } from "./test-published-values-of.ts";

await testPublishedValuesOf("w1-regularization");
