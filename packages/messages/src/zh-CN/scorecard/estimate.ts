import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'zh-CN')

/** 满意比例是怎样估计的。 */
export const estimate = {
  title: '比例怎样得出，有多可靠',
  weighted: '加权比例（据此判定）',
  notWeighted: '未加权，以计数比例为准',
  counted: '未加权比例',
  effective: '可靠程度相当于',
  effectiveOf: (effective: number, answers: number) => `随机抽取 ${n(effective)} 份回答（实有 ${n(answers)} 份）`,
  designEffect: '设计效应',
  trimmed: '截断的权重',
  trimmedOf: (answers: number) => (answers === 0 ? '没有，或很少' : `至少 ${n(answers)} 份回答`),
  apart: '作答者',
  alike: '未见超出偶然的差异（与全体客户相比）',
  apartIn: (margins: readonly string[]) => `与全体客户不同之处：${margins.join('、')}`,
  fullAnswer: '样本全部作答时的区间',
  silent: '假如未作答者也作答',
  metUnless: (share: string) => `除非其中满意者不足 ${share}，否则仍达成`,
  missedUnless: (share: string) => `除非其中满意者达到 ${share}，否则仍未达成`,
  metAnyway: '无论他们怎样回答都达成',
  missedAnyway: '无论他们怎样回答都未达成',
  withoutOpinion: '没有意见',
  satisfiedOfAll: '满意者占全部作答者',
  minimum: '判定所需的回答',
  help: {
    weighted: '每份回答按其所代表的客户人数计算：依全体合格客户的出行类型、渠道、地区和语言。',
    counted: '每份回答同等计算。若与目标的高低关系不同，以加权比例为准。',
    band: '人数较少且回答一致（或仅一人例外）时，不说明是哪一种，以免看出某个人的回答。',
    effective: '权重和分组不均，使回答的价值低于其份数。区间据此计算。',
    designEffect: '权重不等的代价：1 为没有，2 以上为较大。',
    trimmed: '任何回答的权重不低于平均值的 0.3 倍，也不超过 3 倍，以免少数人左右结果。',
    apart: '对每个分组维度作卡方检验，合计显著性水平 5%。加权可以纠正这些差异，却无法纠正未作答者的其他不同。',
    fullAnswer: '已作有限总体校正。不据此判定：它把沉默当作偶然。',
    silent: '未作答者中有多大比例满意，全体受邀者才恰好处在目标值：判定在此翻转。',
    withoutOpinion: '没有经历或不知道，不计入比例。超过 30% 时，比例只代表少数人。',
    satisfiedOfAll: '同样的满意人数，但基数包括没有意见的人。',
    minimum: '按有效回答计；不足时只显示比例，不作判定。调查开启时已封存。',
  },
}
