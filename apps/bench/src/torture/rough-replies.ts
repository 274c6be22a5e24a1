import type { SinkReply } from '@wayproof/local-stack/mail/smtp-sink'
import type { Random } from '@wayproof/sample-company/random'

/**
 * A faulty mail server: of a hundred letters it defers two, ends the connection on one, and accepts one without a
 * reply.
 */
export function roughReplies(draw: Random): () => SinkReply {
  return () => {
    const chance = draw.next()
    if (chance < 0.02) return 'defer'
    if (chance < 0.03) return 'disconnect'
    return chance < 0.04 ? 'drop' : 'accept'
  }
}
