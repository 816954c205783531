import { createHmac, timingSafeEqual } from "node:crypto";

/** What the queue's engine keeps of a job. */
export type QueuedJob = {
  /** What its result follows from, see `resultKey`. */
  readonly key: string;
  /** Of the packed submission. */
  readonly sha256: string;
  /** HMAC-SHA-256 over the two, hexadecimal. */
  readonly hmac: string;
};

/** What comes first among jobs of one queue, and among queues. */
export const priority = { check: 40, grade: 30, batch: 20, regrade: 10 } as const;

/** @param secretKey Tells our jobs from others', see `authenticationKey`. */
export function signJob({ key, sha256 }: Omit<QueuedJob, "hmac">, secretKey: Uint8Array): QueuedJob {
  return { key, sha256, hmac: hmacOf(key, sha256, secretKey) };
}

/** Whether a job is as somebody who knows the course secret has put it in. */
export function isOurs(job: unknown, secretKey: Uint8Array): job is QueuedJob {
  const { key, sha256, hmac } = (job ?? {}) as Partial<Record<keyof QueuedJob, unknown>>;
  if (typeof key !== "string" || typeof sha256 !== "string" || typeof hmac !== "string") return false;
  const [own, found] = [hmacOf(key, sha256, secretKey), hmac].map((text) => Buffer.from(text));
  return own !== undefined && found !== undefined && own.length === found.length && timingSafeEqual(own, found);
}

const hmacOf = (key: string, sha256: string, secretKey: Uint8Array): string =>
  createHmac("sha256", secretKey)
    .update(JSON.stringify(["job", key, sha256]))
    .digest("hex");
