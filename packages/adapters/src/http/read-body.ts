/** Why a body could not be read. */
export type BodyProblem = "too_large" | "cut";

/**
 * The bytes of an answer, at most `limit` of them: reading stops as soon as there are more, so that a huge answer costs
 * no memory. `cut` means that the connection ended before the body did, or that the signal was aborted.
 */
export async function readBody(response: Response, limit: number, signal: AbortSignal): Promise<Uint8Array | BodyProblem> {
  if (response.body === null) return new Uint8Array();
  const reader = response.body.getReader();
  // Not awaited: a stream may take its time to end, and nobody needs it any more.
  const cancel = () => void reader.cancel().catch(() => undefined);
  const announced = Number(response.headers.get("content-length") ?? "0");
  if (announced > limit) {
    cancel();
    return "too_large";
  }
  if (signal.aborted) cancel();
  else signal.addEventListener("abort", cancel, { once: true });
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (signal.aborted) return "cut";
      if (done) break;
      size += value.length;
      if (size > limit) {
        cancel();
        return "too_large";
      }
      chunks.push(value);
    }
  } catch {
    return "cut";
  } finally {
    signal.removeEventListener("abort", cancel);
  }
  return joined(chunks, size);
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
