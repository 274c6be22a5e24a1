import type { Conduct } from '@wayproof/local-stack'
import type { Random } from '@wayproof/sample-company'

/** A bad day of a mail server: of a hundred letters it puts off two, hangs up on one, and drops one it has taken. */
export function roughConduct(draw: Random): () => Conduct {
  return () => {
    const chance = draw.next()
    if (chance < 0.02) return 'put-off'
    if (chance < 0.03) return 'hang-up'
    return chance < 0.04 ? 'drop' : 'take'
  }
}
