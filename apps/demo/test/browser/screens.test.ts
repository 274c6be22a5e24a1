import { screensIn } from './screens.ts'

// Every screen once. `screens.slow.test.ts` opens them in English, also with axe.
screensIn('zh-CN', '2023')
