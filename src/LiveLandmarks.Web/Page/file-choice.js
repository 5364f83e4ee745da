// Lets the visitor choose a file with a button, or drop one onto the stage.

const hasFiles = event => event.dataTransfer?.types.includes('Files');

/** Calls `chosen` with each file. `input` is the hidden file input that `button` opens. */
export function onFile({ button, input, stage }, chosen) {
  button.addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    const [file] = input.files;
    // So that the same file can be chosen again.
    input.value = '';
    if (file) chosen(file);
  });
  stage.addEventListener('dragenter', event => stage.classList.toggle('drop', hasFiles(event)));
  stage.addEventListener('dragleave', event => {
    if (!stage.contains(event.relatedTarget)) stage.classList.remove('drop');
  });
  stage.addEventListener('drop', event => {
    stage.classList.remove('drop');
    const [file] = event.dataTransfer.files;
    if (file) chosen(file);
  });
  // Beside the stage, the browser would leave the page and open the file.
  document.addEventListener('dragover', event => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = stage.contains(event.target) ? 'copy' : 'none';
  });
  document.addEventListener('drop', event => {
    if (hasFiles(event)) event.preventDefault();
  });
}
