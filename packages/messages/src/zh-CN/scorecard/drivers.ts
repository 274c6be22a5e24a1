import type { drivers as english } from '../../en/scorecard/drivers.ts'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'zh-CN')

export const drivers: typeof english = {
  title: '满意度驱动因素',
  lead: '横轴为与总体满意度的相关性，纵轴为该项满意率，虚线为平均值。未加权。',
  cause: '相关不代表因果。',
  caption: '各方面与总体满意度的相关性',
  chart: '图表',
  table: '表格',
  importance: '与总体满意度的相关系数',
  performance: '该项满意率',
  columns: {
    number: '序号',
    aspect: '方面',
    importance: '相关系数',
    interval: '95% 置信区间',
    performance: '满意',
    people: '两题都评分',
    place: '象限',
  },
  interval: (lower, upper) => `${lower}～${upper}`,
  people: (value) => `≥${n(value)} 人`,
  quadrants: {
    improve: '优先改进',
    keep: '保持优势',
    watch: '关注',
    rest: '维持现状',
    unclear: '不明确',
  },
  method: '斯皮尔曼等级相关系数，按两题都评分的答卷计算，调查截止时统计。',
  left: (minimum, aspects) => `两题都评分的不足 ${n(minimum)} 人或评分全部相同，未列入：${aspects}。`,
  listed: '；',
  notShown: {
    'wave-open': '调查进行中，截止后显示结果。',
    'not-unlinked': '调查已截止，匿名化后显示。',
    few: '两题都评分的客户太少，无法对比。',
  },
  describe: (aspect, importance, share) => `${aspect}：相关系数 ${importance}，满意 ${share}`,
}
