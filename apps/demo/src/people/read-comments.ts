import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { OfficerAtWork } from '@wayproof/local-stack/clients/officer'
import { commentCodes } from '@wayproof/sample-company/comment-codes'

/** The officer creates a code book and codes the first page of comments; nothing if there are too few to show. */
export async function readComments(atWork: OfficerAtWork, period: PeriodKey): Promise<void> {
  const codes: { readonly id: string; readonly tells: RegExp }[] = []
  for (const { name, tells } of commentCodes) {
    const { id } = await atWork.mutate<{ id: string }>('comment.saveCode', { name })
    codes.push({ id, tells })
  }
  const { comments } = await atWork.query<{ comments: readonly { readonly id: string; readonly text: string }[] }>(
    'comment.list',
    { period, unread: false, page: 0 },
  )
  for (const { id, text } of comments) {
    const fitting = codes.filter(({ tells }) => tells.test(text)).map((code) => code.id)
    await atWork.mutate('comment.code', { comment: id, codes: fitting })
  }
}
