import type { Messages } from '../../en.ts'

export const goalPictures: Messages['reporting']['goalPictures'] = {
  sure: '结果有多可靠？',
}
