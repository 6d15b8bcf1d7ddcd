/** As the page names the scene. */
export const title = 'Matrix product';
