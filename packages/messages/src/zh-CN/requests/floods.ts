import type { Messages } from '../../en.ts'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'zh-CN')
const daysOf = (from: string, to: string) => (from === to ? from : `${from}至${to}`)

export const floods: Messages['reporting']['floods'] = {
  title: '大量提交',
  lead: '一并关闭多件未处理的提交。已确认、已答复、已核实邮箱或有后续留言的不会关闭。',
  from: '收到日期（起）',
  to: '收到日期（止）',
  action: '一并关闭',
  none: '这些日期没有未处理的提交。',
  counted: (entries, from, to) => `将关闭${daysOf(from, to)}收到的 ${n(entries)} 件。`,
  most: (entries) => `每次最多关闭 ${n(entries)} 件，从最早的开始。`,
  confirmTitle: '一并关闭这些提交？',
  confirm: '提交人凭查询码可以看到；再次留言后，该件将重新打开。您也可以全部重新打开。',
  done: (entries) => `已关闭 ${n(entries)} 件。`,
  closed: (entries, from, to, closedOn) => `${closedOn}关闭：${daysOf(from, to)}收到的 ${n(entries)} 件。`,
  reopen: '重新打开',
  reopenTitle: '重新打开这些提交？',
  reopenConfirm: (entries) => `${n(entries)} 件将重新打开，期限仍从收到之日起算。`,
}
