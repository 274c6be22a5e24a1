/** Themes of the sample's officer, each with a function that finds its comments. */
export const commentCodes = [
  { name: { 'zh-CN': '注销与删除', en: 'Deletion' }, tells: /注销|Deleting/ },
  { name: { 'zh-CN': '收集太多', en: 'Too much asked' }, tells: /少收|证件|Ask for less|passport/ },
  { name: { 'zh-CN': '政策难读', en: 'Policy hard to read' }, tells: /看不懂|Shorter/ },
  { name: { 'zh-CN': '骚扰信息', en: 'Unwanted calls' }, tells: /营销|冒充|call me/ },
] as const
