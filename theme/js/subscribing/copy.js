// Shows the copy button beside a calendar address where the browser lets a page write to the clipboard.
(function () {
  "use strict";

  if (!window.isSecureContext || !navigator.clipboard) return;

  Array.prototype.forEach.call(document.querySelectorAll("[data-copy]"), function (button) {
    var source = document.getElementById(button.getAttribute("data-copy"));
    var answer = document.getElementById(button.getAttribute("data-copy-answer"));
    if (!source || !answer) return;
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(source.textContent.trim()).then(
        function () {
          answer.textContent = "The address is copied.";
        },
        function () {
          answer.textContent = "The address could not be copied. Select it and copy it by hand.";
        }
      );
    });
  });
})();
