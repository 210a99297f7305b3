import type { ReadProblem } from './readText.ts';

/** Says why a file could not be read, and what to do about it. */
export function readProblemZh(problem: ReadProblem): string {
  switch (problem.kind) {
    case 'missing':
      return '文件不存在';
    case 'directory':
      return '这是文件夹，请给出文件';
    case 'empty-folder':
      return '文件夹中没有文本文件（.budget、.txt、.md）';
    case 'forbidden':
      return '没有读取权限';
    case 'too-large':
      return '文件太大';
    case 'no-text':
      return '这是 Word、Excel 或 PDF 文件，不是纯文本；请另存为纯文本，或把内容粘贴到 .budget.txt 文件后再检查';
    case 'other':
      return problem.detail;
  }
}

/** The same in English. */
export function readProblemEn(problem: ReadProblem): string {
  switch (problem.kind) {
    case 'missing':
      return 'the file does not exist';
    case 'directory':
      return 'it is a folder; give a file';
    case 'empty-folder':
      return 'the folder has no text file (.budget, .txt, .md)';
    case 'forbidden':
      return 'permission denied';
    case 'too-large':
      return 'the file is too large';
    case 'no-text':
      return 'it is a file of Word, Excel or PDF; save it as plain text, or paste what it holds into a .budget.txt';
    case 'other':
      return problem.detail;
  }
}
