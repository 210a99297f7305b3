// Chinese fonts, without which a picture of a disclosure shows boxes.
import { capture } from './processes.mjs';
import { Explained } from './say.mjs';

/** Fails with what to install where no Chinese font is found. Windows and macOS always have one. */
export async function requireChineseFont() {
  if (process.platform !== 'linux') return;
  const fonts = await capture('fc-list', [':lang=zh', 'family'], { timeoutMs: 30_000 }).catch(() => '');
  if (fonts.trim() !== '') return;
  throw new Explained(
    '没有中文字体，截图里会是方块。Debian、Ubuntu：sudo apt-get install -y --no-install-recommends fontconfig fonts-noto-cjk；Fedora：sudo dnf install google-noto-sans-cjk-fonts',
    'There is no Chinese font: pictures would show boxes. Debian, Ubuntu: sudo apt-get install -y --no-install-recommends fontconfig fonts-noto-cjk; Fedora: sudo dnf install google-noto-sans-cjk-fonts',
  );
}
