// The keyboard in class: M or Ctrl+D microphone, V or Ctrl+E camera, Space held to talk.

/** @param {EventTarget | null} target does it take text, or would it take the key as a press? */
function takesKeys(target) {
  return target instanceof HTMLElement
    && (target.isContentEditable || target.matches('input, textarea, select, dialog *'));
}

/**
 * @param {object} actions
 * @param {() => void} actions.onMicrophone
 * @param {() => void} actions.onCamera
 * @param {(talking: boolean) => void} actions.onTalk
 * @param {AbortSignal} signal ends it
 */
export function listenToKeys({ onMicrophone, onCamera, onTalk }, signal) {
  let talking = false;
  const stop = () => {
    if (talking) onTalk(false);
    talking = false;
  };
  addEventListener('keydown', (event) => {
    const { key, ctrlKey, target, repeat } = event;
    if (event.altKey || event.metaKey || document.querySelector('dialog[open]')) return;
    const letter = key.toLowerCase();
    const microphone = ctrlKey ? letter === 'd' : letter === 'm' && !takesKeys(target);
    const camera = ctrlKey ? letter === 'e' : letter === 'v' && !takesKeys(target);
    if (microphone || camera) {
      event.preventDefault();
      if (!repeat) (microphone ? onMicrophone : onCamera)();
    } else if (key === ' ' && !ctrlKey && !takesKeys(target) && !(target instanceof HTMLButtonElement && target.matches(':focus-visible'))) {
      event.preventDefault(); // on a button that was clicked, Space talks; on one reached by the keyboard, it presses
      if (!talking && !repeat) {
        talking = true;
        onTalk(true);
      }
    }
  }, { signal });
  addEventListener('keyup', (event) => {
    if (event.key !== ' ' || !talking) return;
    event.preventDefault();
    stop();
  }, { signal });
  addEventListener('blur', stop, { signal });
}
