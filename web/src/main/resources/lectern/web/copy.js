// To the clipboard, and the word that it is there or isn't.

/** @param {string} text @param {(key: string) => void} onToast */
export const copyText = (text, onToast) =>
  navigator.clipboard.writeText(text).then(() => onToast('invite.copied'), () => onToast('invite.not-copied'));
