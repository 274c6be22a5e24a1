import { readLogo } from '@wayproof/accounts/brand/read-logo'
import { isColor, isReadableByDay } from '@wayproof/kernel/brand/color'
import { fail } from '@wayproof/kernel/outcome'
import { z } from 'zod'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { memberProcedure, officerProcedure, router } from '../trpc/trpc.ts'

/** More than a logo may have, so that a picture that is too large is refused with the size that it may have. */
const MOST_TEXT = 900 * 1024

/** Throws the fault of a color that a white page cannot show. */
function refuseUnreadable(color: string): void {
  if (!isColor(color)) unwrap(fail('color-unreadable'))
  if (!isReadableByDay(color)) unwrap(fail('color-too-light'))
}

/** The logo and color of letters and travelers' pages. */
export const brandRouter = router({
  get: memberProcedure.query(({ ctx }) => ctx.store.brand.get()),

  /** `#rrggbb`; null for the color of the product. */
  setColor: officerProcedure
    .input(z.strictObject({ color: z.string().trim().toLowerCase().max(20).nullable() }))
    .mutation(async ({ ctx, input: { color } }) => {
      if (color !== null) refuseUnreadable(color)
      await ctx.store.brand.setColor(color)
      return null
    }),

  /** A PNG or JPEG as Base64; null for none. */
  setLogo: officerProcedure
    .input(z.strictObject({ picture: z.base64().max(MOST_TEXT).nullable() }))
    .mutation(async ({ ctx, input: { picture } }) => {
      await ctx.store.brand.setLogo(
        picture === null ? null : unwrap(readLogo(new Uint8Array(Buffer.from(picture, 'base64')))),
      )
      return null
    }),
})
