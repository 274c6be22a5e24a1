import { readFileSync } from 'node:fs'

const FIGURES = [
  '3',
  '12',
  '40',
  '80',
  '120',
  '200',
  '365',
  '500',
  '888',
  '1000',
  '1280',
  '1599',
  '2024',
  '3650',
  '5000',
  '12,800',
  '12800',
  '36000',
  '99.5',
]
const SLOTS = [
  '价格#元',
  '一共#块',
  '走了#米',
  '等了#分钟',
  '#人的团',
  '满#减20',
  'about # yuan',
  '$# each',
  'some # people',
  '花了#多元',
  '￥#起',
]
const DAYS = [
  '2024-05-01',
  '2024/5/1',
  '2024.05.01',
  '2024年5月1日',
  '5月1日',
  '2024-05',
  '1/5/2024',
  '2024-05-01 08:30',
  '2024-05-01 至 2024-05-07',
  '8:30',
  '08:30-17:00',
  '2023',
]
const MOMENTS = ['#出发', '我们#去的', 'We went on #', '(#)', '行程 #，很好', 'on #.']

/** Lines of a file beside this one: comments that name no person. */
const linesOf = (name: string): string[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')

const filled = (templates: readonly string[], values: readonly string[]) =>
  templates.flatMap((template) => values.map((value) => template.replace('#', value)))

/** Comments that name no person: prices, dates, times, places, hotels, guides, forms. */
export const ordinaryComments: readonly string[] = [
  ...linesOf('chinese-comments.txt'),
  ...linesOf('english-comments.txt'),
  ...filled(SLOTS, FIGURES),
  ...filled(MOMENTS, DAYS),
]
