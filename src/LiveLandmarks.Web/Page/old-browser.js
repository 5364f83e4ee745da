// For browsers without support for modules; uses only syntax that old browsers support.
document.getElementById('notice-title').textContent = 'This browser is too old';
document.getElementById('notice-text').textContent = 'The page needs a current Chrome, Edge, Firefox or Safari.';
document.getElementById('start').disabled = true;
