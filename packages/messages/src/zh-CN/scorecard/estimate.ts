import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'zh-CN')

/** How the share of the satisfied was estimated. */
export const estimate = {
  title: '满意率的计算与精度',
  weighted: '加权满意率（据此判定）',
  notWeighted: '未加权，以未加权满意率为准',
  counted: '未加权满意率',
  effective: '有效样本量',
  effectiveOf: (effective: number, answers: number) => `${n(effective)}（共 ${n(answers)} 份答卷）`,
  designEffect: '设计效应',
  trimmed: '截断的权重',
  trimmedOf: (answers: number) => (answers === 0 ? '没有，或很少' : `至少 ${n(answers)} 份答卷`),
  apart: '样本代表性',
  alike: '与全体客户无显著差异',
  apartIn: (margins: readonly string[]) => `与全体客户差异显著：${margins.join('、')}`,
  fullAnswer: '假设样本全部作答时的区间',
  silent: '未作答者的影响',
  uneven: '作答意愿不同的影响',
  withoutOpinion: '未表态',
  satisfiedOfAll: '满意客户占全部受访客户',
  minimum: '判定所需最少答卷',
  help: {
    uneven: '抽样误差不包括这一影响。该范围是推算，不是调查结果。',
    weighted: '按全体符合调查条件客户的分组加权，分组见方法报告。',
    counted: '每份答卷同等计算。与加权结论不同时，以加权结果为准。',
    band: '人数较少且答案几乎一致时，只显示范围，以保护隐私。',
    effective: '权重和分组不均会降低精度，区间据此计算。',
    designEffect: '权重不等造成的精度损失：1 为无损失。',
    trimmed: '权重限制在平均值的 0.3～3 倍，避免少数答卷影响过大。',
    apart: '各分组维度作卡方检验，合计显著性水平 5%。加权只校正这些差异。',
    fullAnswer: '已作有限总体校正。不据此判定：它假定无应答是随机的。',
    silent: '未作答者的满意率达到该值时，总体恰好等于目标值。',
    withoutOpinion: '“未接触过”和“不了解”不计入满意率。超过 30% 时，结果代表性不足。',
    satisfiedOfAll: '满意人数相同，但分母包括未表态的客户。',
    minimum: '按有效样本量计；不足时只显示满意率，不作判定。发起调查时已封存。',
  },
}
