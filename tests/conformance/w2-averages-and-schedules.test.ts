import { testComputedValuesOf } from "./test-computed-values-of.ts";

await testComputedValuesOf("w2-averages-and-schedules");
