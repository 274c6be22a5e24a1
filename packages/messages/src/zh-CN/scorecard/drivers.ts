import type { drivers as english } from '../../en/scorecard/drivers.ts'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'zh-CN')

export const drivers: typeof english = {
  title: '哪些方面与满意度相关',
  lead: '越靠右，该方面的评分与总体满意度的关系越密切；越靠上，对该方面满意的旅客越多。虚线为平均值。未加权。',
  cause: '相关不等于因果：改进某一方面不一定能提高满意度，两个方面也可能因同一原因一起升降。',
  caption: '各方面与总体满意度关系的密切程度',
  chart: '图',
  table: '表',
  importance: '与总体满意度的相关系数',
  performance: '对该方面满意的比例',
  columns: {
    number: '序号',
    aspect: '方面',
    importance: '相关系数',
    interval: '95% 区间',
    performance: '满意',
    people: '两题都评分',
    place: '位置',
  },
  interval: (lower, upper) => `${lower} 至 ${upper}`,
  people: (value) => `至少 ${n(value)} 人`,
  quadrants: {
    improve: '优先改进：关系密切，低于平均',
    keep: '继续保持：关系密切，不低于平均',
    watch: '留意：关系不密切，低于平均',
    rest: '暂不调整：关系不密切，不低于平均',
    unclear: '不明确：相关系数可能等于平均值',
  },
  method: '对两题都评分的回答计算斯皮尔曼等级相关系数，于批次关闭时统计。',
  left: (minimum, aspects) => `两题都评分的不足 ${n(minimum)} 人，或评分全部相同，因此没有位置：${aspects}。`,
  listed: '；',
  notShown: {
    'wave-open': '调查正在开放，关闭前不显示任何结果。',
    'not-unlinked': '调查已关闭，回答与个人解除关联后才显示。',
    few: '对某一方面和总体满意度都评分的人太少，不能对照。',
  },
  describe: (aspect, importance, share) => `${aspect}：相关系数 ${importance}，满意 ${share}`,
}
