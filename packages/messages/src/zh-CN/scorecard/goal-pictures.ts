import type { Messages } from '../../en.ts'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'zh-CN')

export const goalPictures: Messages['reporting']['goalPictures'] = {
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
