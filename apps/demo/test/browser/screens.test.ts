import { screensIn } from './screens.ts'

// Every screen once, on a phone. `screens.slow.test.ts` opens them on a desktop and in English, also with axe.
screensIn('zh-CN', '2023', [320])
