import type { Messages } from '../../en.ts'

export const tallies: Messages['tallies'] = {
  wave: (period, all, cells) => `${period}：${cells} 个组共 ${all} 份回答`,
  open: (period) => `${period}：开放中，关闭之前不作统计`,
  deleted: (period) => `${period}：回答已按期删除，计数无从核对`,
  difference: (item, value, stored, counted) => `  ${item} = ${value}：计数为 ${stored}，按回答应为 ${counted}`,
  none: '此数据库中还没有调查批次。',
  agree: '所有计数均与回答一致。',
  differed: (n) => `有 ${n} 个计数不符，现已更正。请查明是谁改动了文件。`,
  usage: '用法：pnpm rebuild-tallies [--data 文件夹] [--json]\n文件夹内须有 wayproof.db（默认为 DATA_DIR 或 ./data）。',
}
