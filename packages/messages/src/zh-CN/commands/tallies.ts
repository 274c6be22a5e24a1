import type { Messages } from '../../en.ts'

export const tallies: Messages['tallies'] = {
  wave: (period, all, cells) => `${period}：${cells} 个分组共 ${all} 份答卷`,
  open: (period) => `${period}：进行中，截止前不统计`,
  deleted: (period) => `${period}：答卷已按期删除，计数无法核对`,
  difference: (item, value, stored, counted) => `  ${item} = ${value}：计数为 ${stored}，重新统计为 ${counted}`,
  none: '数据库中还没有调查。',
  agree: '所有计数均与答卷一致。',
  differed: (n) => `有 ${n} 个计数不符，已更正。请查明谁改动了文件。`,
  usage:
    '用法：wayproof rebuild-tallies [--data 文件夹] [--json]\n文件夹内须有 wayproof.db（默认为 DATA_DIR 或 ./data）。',
}
