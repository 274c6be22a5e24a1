import type { HalvingPower } from '@wayproof/scorecard/claims/what-halving-shows'
import type { LeakRun, LeakSign } from '@wayproof/scorecard/pictures/leak-run'
import { periodName } from '../../date-format.ts'
import type { Messages } from '../../en.ts'
import { monthRanges } from '../../month-ranges.ts'
import { count } from '../../number-format.ts'

type Pictures = Messages['reporting']['goalPictures']

const n = (value: number) => count(value, 'zh-CN')
const month = (key: string) => periodName(key, 'zh-CN')

/** “每100年约63年”的数量部分；概率不会写成必然。 */
function ofHundred(probability: number, unit: string): string {
  if (probability < 0.0075) return `不到 1 ${unit}`
  return probability >= 0.995 ? `超过 99 ${unit}` : `约 ${Math.round(probability * 100)} ${unit}`
}

function sign({ months, side, from, to, chance, isSign }: LeakSign): string {
  const row = `${month(from)}至${month(to)}连续 ${n(months)} 个月${side === 'below' ? '低于' : '高于'}平均值`
  const often = `没有变化时，每 100 张这样的图也有${ofHundred(chance, '张')}出现这种情况。`
  return isSign ? `${row}：是迹象，不是结论。${often}` : `${row}：不足以视为迹象。${often}`
}

const without: Record<NonNullable<LeakRun['without']>, (year: number) => string> = {
  'baseline-running': (year) => `暂无平均值：基准年（${year}年）尚未结束。`,
  'baseline-silent': (year) => `无平均值：基准年（${year}年）没有记录。`,
  'baseline-zero': (year) => `无控制限：基准年（${year}年）没有泄露。`,
}

function runSentences(run: LeakRun): readonly string[] {
  if (run.without) return [without[run.without](run.baselineYear)]
  const above = run.months
    .filter(({ isAbove }) => isAbove)
    .map((each) => `${month(each.month)}（${n(each.leaks ?? 0)} 起）`)
  return [
    above.length === 0 ? '没有月份超出控制上限。' : `超出控制上限：${above.join('、')}。`,
    ...(run.sign ? [sign(run.sign)] : []),
    ...(run.average !== null && run.average < 1 ? ['月均不到 1 起，单个月份无法说明情况好转。'] : []),
  ]
}

function runNotes(run: LeakRun): readonly string[] {
  const gaps = run.months.filter((each) => each.leaks === null && each.month !== run.running)
  return [
    ...(run.without
      ? []
      : [
          run.perBooking ? '平均值和控制上限随订单量变化。' : '部分月份缺少订单量，平均值和控制上限按起数计算。',
          '仅因偶然，每 740 个月有 1 个月超出上限。',
        ]),
    ...(gaps.length > 0
      ? [
          `${monthRanges(
            gaps.map((gap) => gap.month),
            'zh-CN',
          )}既无记录也未确认，图中留空，不计为 0。`,
        ]
      : []),
    ...(run.unrecorded.length > 0
      ? [`与判定一致，计算平均值时${monthRanges(run.unrecorded, 'zh-CN')}按无泄露处理。`]
      : []),
    ...(run.undated > 0 ? [`另有 ${n(run.undated)} 起月份不详，图中未画出。`] : []),
    ...(run.running ? [`${month(run.running)}尚未结束，不作判断。`] : []),
    '按当前台账统计。',
  ]
}

const shown: Pictures['said']['shown'] = (evidence, part, hasFallen) => {
  if (evidence === 'demonstrated') return `已证实：泄露至少下降 ${part}。`
  if (evidence === 'contradicted') return `已证实：泄露没有下降 ${part}。`
  return hasFallen ? `已证实泄露有所下降，但未证实下降 ${part}。` : `未证实泄露下降 ${part}，也未证实有所下降。`
}

const halving: Pictures['said']['halving'] = ({ met, shown }, baseline, year) =>
  `${year}年泄露 ${n(baseline)} 起。按此数量，即使泄露确实减半，每 100 年有${ofHundred(met, '年')}达标，${ofHundred(shown, '年')}能够证实。`

function wouldShow(power: HalvingPower, baseline: number): readonly string[] {
  const years = Math.ceil(power.baselineForFall / baseline)
  return [
    ...(power.canBeDemonstrated ? [] : ['减半恰好等于目标值，因此无论泄露多少起，每 100 年最多 2.5 年能够证实。']),
    `基准年 ${n(baseline)} 起时，泄露确实减半，每 100 年${ofHundred(power.fall, '年')}能证实泄露有所下降。`,
    ...(years > 1
      ? [`每年至少 ${n(power.baselineForFall)} 起，或按目前数量前后各累计 ${n(years)} 年，每 100 年才有 80 年能证实。`]
      : []),
  ]
}

const counted: Pictures['said']['counted'] = (verdict, now, cap, reason) => {
  const because = reason === null ? '' : `；${reason}`
  if (verdict === 'unknown') return `尚无结论：目前 ${n(now)} 起，上限 ${n(cap)} 起${because}。`
  return `${reason === null ? '按起数计' : ''}${verdict === 'met' ? '达标' : '未达标'}：${n(now)} 起，上限 ${n(cap)} 起${because}。`
}

export const goalPictures: Pictures = {
  sure: '结果有多可靠？',
  training: {
    views: '视图',
    byUnit: '按部门和季度',
    byPerson: '未通过人员',
    title: '通过率（%）',
    caption: '各部门各季度通过率（%）',
    unit: '部门',
    everyone: '全体员工',
    missing: '未通过',
    missingOf: (people, due) => `${people}/${due}`,
    quarterOfYear: (quarter, year) => `${year}年${quarter}`,
    runningQuarter: (quarter) => `${quarter}（进行中）`,
    states: {
      ended: { reached: '达标', below: '未达标' },
      running: { reached: '暂已达标', below: '暂未达标' },
    },
    legend: {
      ended: { reached: (target) => `${target} 及以上`, below: (target) => `低于 ${target}` },
      running: { reached: (target) => `${target} 及以上，进行中`, below: (target) => `低于 ${target}，进行中` },
    },
    noCounts: '仅显示 20 人及以上的部门；人数由人力资源部门查看。',
    course: (quarter) => `${quarter}最近几周`,
    day: '日期',
    who: '未通过人员',
    names: '查看名单',
    list: '查看清单',
    unitsOnly: '清单仅按部门显示。',
    nobody: '没有未通过人员。',
  },
  leaks: {
    title: (year) => `${year}年各月泄露及原因`,
    month: '月份',
    total: '累计',
    unknownMonth: '月份不详',
    none: (year) => `${year}年没有泄露。`,
    describe: (name, values) => `${name}：${values}`,
  },
  run: {
    title: '每月泄露',
    leaks: '泄露（起）',
    average: (year) => `${year}年平均值`,
    limit: '控制上限',
    bookings: '订单量',
    note: '说明',
    above: '超出上限',
    running: '尚未结束',
    gap: '无记录',
    empty: '还没有任何月份的记录。',
    isSign: '连续在平均值一侧',
    sentences: runSentences,
    notes: runNotes,
  },
  said: {
    title: '可以得出的结论',
    counted,
    none: (reason) => `尚无结论：${reason}。`,
    shown,
    halving,
    zero: '基准年没有泄露，谈不上减半。',
    more: '怎样才能证实',
    wouldShow,
  },
  alike: {
    title: '同期对比',
    whole: '全年',
    until: (day) => `1月1日至${day}`,
    limit: (cap) => `全年上限 ${n(cap)} 起。`,
  },
  audits: {
    title: '各合作伙伴历年审核',
    partner: '合作伙伴',
    states: { audited: '已审核', planned: '计划中', missing: '未审核' },
    none: '不需审核',
    empty: '还没有应审核的合作伙伴。',
    onlyOpen: (partners) => `仅看未审核（${n(partners)}）`,
    everyone: '显示全部',
  },
}
