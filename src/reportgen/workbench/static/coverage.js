// A picture as PNG: drawn by the browser itself, twice as large as it is shown.
import { tell } from "/static/page.js";

for (const button of document.querySelectorAll(".png")) {
  button.addEventListener("click", () => {
    const figure = button.closest("figure"), drawn = figure.querySelector("svg");
    const address = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(drawn)], { type: "image/svg+xml" }));
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = 2 * drawn.width.baseVal.value;
      canvas.height = 2 * drawn.height.baseVal.value;
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      URL.revokeObjectURL(address);
      canvas.toBlob((blob) => {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(blob);
        link.download = `${document.body.dataset.slug}.${figure.dataset.name}.png`;
        link.click();
        tell(`${link.download} is saved.`);
      });
    };
    image.src = address;
  });
}
