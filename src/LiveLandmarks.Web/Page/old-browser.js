// For browsers that know no modules; written in the language that they do know.
document.getElementById('notice-title').textContent = 'This browser is too old';
document.getElementById('notice-text').textContent = 'The page needs a current Chrome, Edge, Firefox or Safari.';
document.getElementById('start').disabled = true;
