import { colours, type Picture, type Say } from "../../pictures/picture.ts";

/** A gradient of two elements, and a limit for its elements and for its length. */
const gradient = [3.2, 0.8] as const;
const limit = 1;

const corners = [
  [-limit, -limit],
  [limit, -limit],
  [limit, limit],
  [-limit, limit],
  [-limit, -limit],
] as const;

const circle = Array.from({ length: 73 }, (_, i) => {
  const angle = (i * Math.PI) / 36;
  return [Number((limit * Math.cos(angle)).toFixed(4)), Number((limit * Math.sin(angle)).toFixed(4))] as const;
});

const path = (points: readonly (readonly [number, number])[]) => points.map(([x, y], order) => ({ x, y, order }));

/** Where the gradient ends, as it was and clipped in both ways. */
function vectors(say: Say) {
  const length = Math.hypot(...gradient);
  const [x, y] = gradient;
  const clip = (value: number): number => Math.max(-limit, Math.min(limit, value));
  return [
    { x, y, way: say("gradient", "Gradient") },
    { x: clip(x), y: clip(y), way: say("clipped by value", "nach Wert begrenzt") },
    { x: (limit * x) / length, y: (limit * y) / length, way: say("clipped by norm", "nach Norm begrenzt") },
  ];
}

/** One vector and what both ways of clipping make of it, in a square and in a circle. */
export const clippingPicture: Picture = (say) => {
  const ends = vectors(say);
  const order = ends.map(({ way }) => way);
  const dx = { field: "x", type: "quantitative" as const, title: "dW₁", scale: { domain: [-1.2, 3.6] } };
  const dy = { field: "y", type: "quantitative" as const, title: "dW₂", scale: { domain: [-1.2, 1.2] } };
  const outline = { type: "line" as const, strokeWidth: 1, color: colours.muted, strokeDash: [4, 3] };
  const color = { field: "way", type: "nominal" as const, sort: order, title: null, legend: { labelLimit: 300 } };
  return {
    width: 480,
    height: 240,
    layer: [
      { data: { values: path(corners) }, mark: outline, encoding: { x: dx, y: dy, order: { field: "order" } } },
      { data: { values: path(circle) }, mark: outline, encoding: { x: dx, y: dy, order: { field: "order" } } },
      {
        data: { values: ends },
        mark: { type: "rule", strokeWidth: 2 },
        encoding: { x: dx, y: dy, x2: { datum: 0 }, y2: { datum: 0 }, color },
      },
      {
        data: { values: ends },
        mark: { type: "point", filled: true, size: 90, opacity: 1 },
        encoding: { x: dx, y: dy, color, shape: { ...color, scale: { range: ["circle", "square", "diamond"] } } },
      },
    ],
  };
};
