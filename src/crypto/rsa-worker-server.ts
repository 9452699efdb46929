import { CryptoRefusal } from './provider.ts'
import type { RsaEngine } from './rsa-engine.ts'
import type { Channel, RsaReply, RsaRequest } from './rsa-worker-protocol.ts'

/** Answers every request on the channel, in the order in which they finish. */
export function serveRsa(channel: Channel, engine: RsaEngine): void {
  channel.addEventListener('message', async ({ data }: MessageEvent<RsaRequest>) => {
    channel.postMessage(await answer(engine, data))
  })
}

async function answer(engine: RsaEngine, request: RsaRequest): Promise<RsaReply> {
  const { id } = request
  try {
    return { id, done: await run(engine, request) }
  } catch (error) {
    return error instanceof CryptoRefusal ? { id, refused: error.message } : { id, failed: String(error) }
  }
}

function run(engine: RsaEngine, request: RsaRequest): Promise<unknown> {
  switch (request.operation) {
    case 'generate':
      return engine.generate(...request.args)
    case 'oaepEncrypt':
      return engine.oaepEncrypt(...request.args)
    case 'oaepDecrypt':
      return engine.oaepDecrypt(...request.args)
    case 'sign':
      return engine.sign(...request.args)
  }
}
