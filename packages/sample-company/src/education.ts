import { csv } from './csv.ts'
import type { Random } from './random.ts'

const titles = ['如何识别假冒客服（spotting false agents）', '订单信息由谁查看（who sees your booking）']
const places = ['官网（website）', '会员邮件（members’ newsletter）', '行前通知（pre-trip notice）']
const audiences = ['全体客户（all customers）', '会员（members）', '即将出行的客户（customers about to travel）']

/** A notice to customers every quarter, in one language or two. */
export function educationFiles(random: Random, year: number): Readonly<Record<string, string>> {
  const rows = [1, 4, 7, 10].map((month, n) => [
    `E-${year}-${n + 1}`,
    titles[n % titles.length] ?? '',
    random.pick(places),
    `${year}-${String(month).padStart(2, '0')}-${random.between(10, 28)}`,
    random.pick(audiences),
    random.chance(0.7) ? 'zh-CN|en' : 'zh-CN',
  ])
  return { 'customer-education': csv(['id', 'title', 'place', 'publishedOn', 'audience', 'languages'], rows) }
}
