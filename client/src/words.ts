import type { Settings } from '#core/settings.ts';

/** How many findings of each weight a document has. */
export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

/** Everything the client itself says at run time, in one language. package.nls.*.json holds what is fixed. */
export interface Words {
  readonly productName: string;

  offerLanguage(fileName: string): string;
  readonly switchLanguage: string;
  readonly notNow: string;
  readonly neverAsk: string;
  readonly noEditor: string;
  readonly notRunning: string;

  misread(fileName: string): string;
  readonly reopenAsGb18030: string;
  readonly chooseEncoding: string;
  readonly ignore: string;
  readonly saveFirst: string;

  serverMissing(path: string): string;
  readonly serverFailed: string;
  readonly serverKeepsStopping: string;
  readonly restart: string;
  readonly showOutput: string;

  readonly lookUpCode: string;
  readonly lookUpPlaceholder: string;
  readonly copyCode: string;

  readonly stateStarting: string;
  readonly stateStopped: string;
  readonly stateFailed: string;
  findings(counts: FindingCounts): string;
  readonly showProblems: string;
}

const ZH_CN: Words = {
  productName: '预算公开',

  offerLanguage: (fileName) =>
    `“${fileName}”看起来是预算公开材料。要按“预算公开”处理吗？处理后可以核对合计、解释科目编码。`,
  switchLanguage: '按预算公开处理',
  notNow: '以后再说',
  neverAsk: '不再询问',
  noEditor: '请先打开要处理的文件。',
  notRunning: '预算公开检查还没有启动，请稍后再试。',

  misread: (fileName) => `“${fileName}”没有按正确的编码读取，文字显示成了乱码。它应当是 GB18030（GBK）编码。`,
  reopenAsGb18030: '用 GB18030 重新打开',
  chooseEncoding: '选择其他编码…',
  ignore: '忽略',
  saveFirst: '文件有未保存的修改，不能直接重新打开。请先撤销修改，或在下面的列表中选择编码。',

  serverMissing: (path) => `预算公开检查没有启动：缺少文件 ${path}。请重新安装本扩展。`,
  serverFailed: '预算公开检查没有启动，原因见日志。',
  serverKeepsStopping: '预算公开检查多次意外停止，已不再自动重新启动。文件内容不受影响。',
  restart: '重新启动',
  showOutput: '查看日志',

  lookUpCode: '查科目',
  lookUpPlaceholder: '输入编码、名称或拼音首字母，如 2010301、公务接待、gwjd；回车写入光标处',
  copyCode: '复制编码和名称',

  stateStarting: '预算公开：正在启动',
  stateStopped: '预算公开：检查已停止',
  stateFailed: '预算公开：检查没有启动',
  findings: ({ errors, warnings, notes }) => {
    const parts = [
      ...(errors > 0 ? [`${errors} 处错误`] : []),
      ...(warnings > 0 ? [`${warnings} 处警告`] : []),
      ...(notes > 0 ? [`${notes} 处信息`] : []),
    ];
    return `预算公开：${parts.length > 0 ? parts.join('，') : '未发现问题'}`;
  },
  showProblems: '查看问题',
};

const EN: Words = {
  productName: 'Budget Disclosure',

  offerLanguage: (fileName) =>
    `“${fileName}” looks like a budget disclosure. Treat it as one? Totals are then checked and codes explained.`,
  switchLanguage: 'Treat as Budget Disclosure',
  notNow: 'Not Now',
  neverAsk: "Don't Ask Again",
  noEditor: 'Open the file first.',
  notRunning: 'The check is not running yet. Try again in a moment.',

  misread: (fileName) =>
    `“${fileName}” was read in the wrong encoding, so its text is garbled. It should be GB18030 (GBK).`,
  reopenAsGb18030: 'Reopen as GB18030',
  chooseEncoding: 'Choose Another Encoding…',
  ignore: 'Ignore',
  saveFirst:
    'The file has unsaved changes and cannot be reopened. Undo them first, or choose an encoding below.',

  serverMissing: (path) =>
    `Budget Disclosure could not start: ${path} is missing. Please reinstall the extension.`,
  serverFailed: 'Budget Disclosure could not start. The log says why.',
  serverKeepsStopping:
    'Budget Disclosure stopped unexpectedly several times and is not started again. Your files are not affected.',
  restart: 'Restart',
  showOutput: 'Show Log',

  lookUpCode: 'Look Up Code',
  lookUpPlaceholder:
    'Type a code, a name or the initials of its pinyin, such as gwjd; Enter writes it at the cursor',
  copyCode: 'Copy Code and Name',

  stateStarting: 'Budget Disclosure: starting',
  stateStopped: 'Budget Disclosure: stopped',
  stateFailed: 'Budget Disclosure: not started',
  findings: ({ errors, warnings, notes }) => {
    const parts = [
      ...(errors > 0 ? [countOf(errors, 'error')] : []),
      ...(warnings > 0 ? [countOf(warnings, 'warning')] : []),
      ...(notes > 0 ? [countOf(notes, 'note')] : []),
    ];
    return `Budget Disclosure: ${parts.length > 0 ? parts.join(', ') : 'no problems found'}`;
  },
  showProblems: 'Show Problems',
};

/** The words of every language that the setting `budgetDisclosure.language` can name. */
export const WORDS: { readonly [L in Settings['language']]: Words } = { 'zh-cn': ZH_CN, en: EN };

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
