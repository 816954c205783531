import { createHmac } from "node:crypto";

/**
 * The key by which files of ours are told from what somebody else has written: HMAC-SHA-256 of what they are for under a secret.
 * No case is derived in this form, so neither says anything of the other.
 * @param secret The course secret, or one that only this machine's user has.
 * @param purpose `results`, `cache`.
 */
export function authenticationKey(secret: string, purpose: string): Uint8Array {
  return createHmac("sha256", secret).update(`\0authentication\0${purpose}`).digest();
}
