import type { terms as english } from '../../en/scorecard/terms.ts'

export const terms: typeof english = {
  title: '术语',
  names: {
    interval: '置信区间',
    margin: '误差范围',
    significant: '超出抽样误差',
    weighting: '加权',
    effective: '有效样本量',
    rate: '回收率',
    hidden: '小组抑制',
  },
  texts: {
    interval: '同样的调查做 100 次，约有 95 次真实比例落在这个区间内。答卷越多，区间越窄。',
    margin: '置信区间宽度的一半，以百分点表示：真实比例与显示比例可能相差多少。',
    significant: '整个置信区间都在目标值的同一侧，很难只用抽样来解释；未作答者的影响不在其中。',
    weighting: '作答较少的分组，每份答卷的权重较高，使结果能代表全部符合条件的客户。',
    effective: '同样精确所需的等权重答卷数。权重越不均匀，它比实际答卷数越少。',
    rate: '作答人数占受邀人数的比例。回收率低时，未作答的人可能有不同看法。',
    hidden: '人数过少的数据不显示，可据此推算的数据也不显示，以保护个人隐私。',
  },
}
