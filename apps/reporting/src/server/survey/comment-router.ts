import { recordCodes } from '@wayproof/survey/comments/record-codes'
import { removeCommentCode } from '@wayproof/survey/comments/remove-comment-code'
import { saveCommentCode } from '@wayproof/survey/comments/save-comment-code'
import { z } from 'zod'
import { commentPage, commentSummary } from '../comments/read-comments.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { line, ofWave, text } from '../trpc/input.ts'
import { surveyPorts } from '../trpc/ports.ts'
import { officerProcedure, readerProcedure, router } from '../trpc/trpc.ts'

const pageOf = ofWave.extend({
  unread: z.boolean(),
  page: z.int().min(0).max(100_000),
  search: z.exactOptional(text(100)),
  code: z.exactOptional(z.uuid().nullable()),
  language: z.exactOptional(text(16)),
})
const comment = z.string().regex(/^[\da-f]{32}$/)
const codeIds = z.array(z.uuid()).max(20)
/** `seen`: the codes that the page showed. Added codes join whatever the comment has. */
const coding = z.union([
  z.strictObject({ comment, codes: codeIds, seen: codeIds.optional() }),
  z.strictObject({ comment, added: codeIds }),
])
const name = z.strictObject({ 'zh-CN': line(40), en: line(40) })
const code = z.strictObject({ id: z.exactOptional(z.uuid()), name })

export const commentRouter = router({
  /** Counts of comments written and read, of each code, and the writers' ratings, after cell suppression. */
  summary: readerProcedure.input(ofWave).query(async ({ ctx, input }) => unwrap(await commentSummary(ctx, input))),

  list: officerProcedure.input(pageOf).query(async ({ ctx, input }) => {
    const page = unwrap(await commentPage(ctx, input))
    await ctx.store.auditLog.addReading({ act: 'comments-read', at: ctx.clock.now(), subject: input.period })
    return page
  }),

  code: officerProcedure
    .input(coding)
    .mutation(async ({ ctx, input }) => unwrap(await recordCodes(surveyPorts(ctx), input))),

  saveCode: officerProcedure
    .input(code)
    .mutation(async ({ ctx, input }) => unwrap(await saveCommentCode(surveyPorts(ctx), input))),

  removeCode: officerProcedure
    .input(z.strictObject({ id: z.uuid() }))
    .mutation(async ({ ctx, input }) => unwrap(await removeCommentCode(surveyPorts(ctx), input))),
})
